constexpr std::string_view show[]{"moments"};
