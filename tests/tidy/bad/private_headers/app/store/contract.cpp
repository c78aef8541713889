#include "carewall/v1/queue.pb.h"
