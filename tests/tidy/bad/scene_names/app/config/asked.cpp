bool right(std::string_view scene)
{
    return scene == "floor";
}
