constexpr std::string_view topic = "voice";
