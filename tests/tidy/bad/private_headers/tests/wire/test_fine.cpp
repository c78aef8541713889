// Goal: none.
// Method: none.
#include "carewall/v1/queue.pb.h"

#include <QtTest>
