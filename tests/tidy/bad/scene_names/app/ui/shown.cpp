bool shown(std::string_view name)
{
    return name == "voice";
}
