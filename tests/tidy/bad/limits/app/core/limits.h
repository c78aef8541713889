namespace carewall::core::limits {
inline constexpr std::size_t unused = 1;
inline constexpr int used_and_tested = 2;
}
