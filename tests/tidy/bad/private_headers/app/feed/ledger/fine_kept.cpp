#include "carewall/kept/v1/learned.pb.h"
