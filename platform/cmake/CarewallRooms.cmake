# One target a room. Everything that all rooms share stands here once.

add_library(carewall_flags INTERFACE)
target_include_directories(carewall_flags INTERFACE ${PROJECT_SOURCE_DIR}/app)
target_compile_options(carewall_flags INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor
                       -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough)
# Of files that are compiled together, one's constants are no shadows in the next.
target_compile_options(carewall_flags INTERFACE $<$<NOT:$<BOOL:${CAREWALL_UNITY}>>:-Wshadow>
                       $<$<AND:$<BOOL:${CAREWALL_UNITY}>,$<CXX_COMPILER_ID:GNU>>:-Wshadow=local>)
# `slots` is a field of the contract's days, and a macro of Qt's unless told otherwise.
target_compile_definitions(carewall_flags INTERFACE QT_NO_KEYWORDS)
if(CAREWALL_WERROR)
  target_compile_options(carewall_flags INTERFACE -Werror)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # gcc 12 takes std::string's operator+ for an overlap or an overflow (its bugs 105329 and 105651).
    target_compile_options(carewall_flags INTERFACE -Wno-error=restrict -Wno-error=array-bounds -Wno-error=stringop-overflow)
  endif()
endif()
if(CAREWALL_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# Headers that nearly every file reads are read once: a file takes about half of the time. ui and the tests do the same with Qt's
# (each with its own definitions, or the compiler cannot take it). Each file still includes what it needs (clang-tidy reads them without).
set(carewall_standard_headers <algorithm> <chrono> <cmath> <deque> <functional> <map> <memory> <optional> <set> <span>
  <string> <string_view> <unordered_map> <variant> <vector> <tl/expected.hpp>)
set(carewall_qt_headers <QGuiApplication> <QList> <QLocale> <QObject> <QQmlEngine> <QQuickItem> <QQuickPaintedItem> <QString> <QTimer>)

# carewall_precompile(TARGET OWNER): takes the headers that OWNER compiled.
function(carewall_precompile target owner)
  if(CAREWALL_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()

# carewall_precompiled(NAME LIBS targets... HEADERS headers...): headers for targets that link the same of Qt.
function(carewall_precompiled name)
  cmake_parse_arguments(pre "" "" "LIBS;HEADERS" ${ARGN})
  if(CAREWALL_PRECOMPILE)
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp "")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE carewall_flags ${pre_LIBS})
    target_precompile_headers(${name} PRIVATE ${pre_HEADERS})
  endif()
endfunction()

# carewall_room(NAME SOURCES ... [PUBLIC targets] [PRIVATE targets])
function(carewall_room name)
  cmake_parse_arguments(room "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(carewall_${name} STATIC ${room_SOURCES})
  target_link_libraries(carewall_${name} PUBLIC ${room_PUBLIC} PRIVATE carewall_flags ${room_PRIVATE})
  target_include_directories(carewall_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
  set_target_properties(carewall_${name} PROPERTIES UNITY_BUILD ${CAREWALL_UNITY} UNITY_BUILD_BATCH_SIZE 10)
  if(CAREWALL_UNITY AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(carewall_${name} PRIVATE -Wno-subobject-linkage)  # it takes the files for headers
  endif()
  if(name STREQUAL core AND CAREWALL_PRECOMPILE)
    target_precompile_headers(carewall_core PRIVATE ${carewall_standard_headers})
  elseif(name STREQUAL ui AND CAREWALL_PRECOMPILE)
    target_precompile_headers(carewall_ui PRIVATE ${carewall_standard_headers} ${carewall_qt_headers})
  else()
    carewall_precompile(carewall_${name} carewall_core)
  endif()
endfunction()

# carewall_test(NAME SOURCES ... LIBS ... [TIMEOUT s] [LABELS ...]): a Qt Test program, run offscreen.
function(carewall_test name)
  cmake_parse_arguments(test "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
  add_executable(${name} ${test_SOURCES})
  set_target_properties(${name} PROPERTIES AUTOMOC ON)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE carewall_flags Qt6::Test ${test_LIBS})
  if("${test_LIBS}" MATCHES "carewall_(ui|qml|looks)")
    carewall_precompile(${name} carewall_test_pictures)
  else()
    carewall_precompile(${name} carewall_test_values)
  endif()
  target_compile_definitions(${name} PRIVATE CAREWALL_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                             CAREWALL_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT test_TIMEOUT)
    set(test_TIMEOUT 120)
  endif()
  if(CAREWALL_SANITIZE)
    math(EXPR test_TIMEOUT "${test_TIMEOUT} * 4")  # the sanitizers cost about that
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}"
    SKIP_RETURN_CODE 77
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
