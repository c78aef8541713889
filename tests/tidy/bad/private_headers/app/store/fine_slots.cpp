#include "carewall/kept/v1/slot.pb.h"
