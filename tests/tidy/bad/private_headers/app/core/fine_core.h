#include <tl/expected.hpp>
#include <vector>
