# What `cmake --install` puts where: both programs, what they are set up from, and what explains them.
include(GNUInstallDirs)
set(carewall_data ${CMAKE_INSTALL_DATADIR}/carewall)
set(platform ${PROJECT_SOURCE_DIR}/platform)

install(TARGETS carewall carewall-feed RUNTIME)
install(FILES ${platform}/board.toml DESTINATION ${carewall_data})
install(FILES ${platform}/mosquitto/carewall.conf ${platform}/mosquitto/carewall.acl DESTINATION ${carewall_data}/mosquitto)
install(DIRECTORY ${platform}/mappings DESTINATION ${carewall_data})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/proto/carewall/v1 DESTINATION ${carewall_data}/proto/carewall FILES_MATCHING PATTERN "*.proto")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/proto/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/proto)
install(FILES ${platform}/systemd/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR}/systemd)
install(FILES ${platform}/man/carewall.1 ${platform}/man/carewall-feed.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${platform}/man/carewall.toml.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)

# The unit names the program by its whole path, which is known only now.
install(CODE "set(carewall_bin \"${CMAKE_INSTALL_BINDIR}\")
  set(carewall_unit \"${platform}/systemd/carewall.service\")
  set(carewall_staged \"${PROJECT_BINARY_DIR}/carewall.service\")" )
install(CODE [[
  file(READ "${carewall_unit}" unit)
  string(REPLACE "/usr/local/bin/" "${CMAKE_INSTALL_PREFIX}/${carewall_bin}/" unit "${unit}")
  file(WRITE "${carewall_staged}" "${unit}")
  file(INSTALL "${carewall_staged}" DESTINATION "${CMAKE_INSTALL_PREFIX}/lib/systemd/system" TYPE FILE)
]])
