# The two programs introduce the rooms to each other.
add_executable(carewall
  carewall.cpp carewall_options.cpp board_loop.cpp footprint.cpp gallery.cpp other_floors.cpp stop_signals.cpp)
target_compile_definitions(carewall PRIVATE CAREWALL_VERSION="${PROJECT_VERSION}")
target_link_libraries(carewall PRIVATE carewall_flags carewall_core carewall_wire carewall_mqtt carewall_store
  carewall_settings carewall_board carewall_ui carewall_qml spdlog::spdlog)

find_package(CLI11 REQUIRED)
add_executable(carewall-feed carewall_feed.cpp carewall_feed_options.cpp feed_link.cpp feed_output.cpp feed_state.cpp feed_terminal.cpp)
target_compile_definitions(carewall-feed PRIVATE CAREWALL_VERSION="${PROJECT_VERSION}")
target_link_libraries(carewall-feed PRIVATE carewall_flags carewall_core carewall_wire carewall_mqtt carewall_feed
  CLI11::CLI11 spdlog::spdlog)
# Where README.md, platform/run and the tests name them.
set_target_properties(carewall carewall-feed PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
