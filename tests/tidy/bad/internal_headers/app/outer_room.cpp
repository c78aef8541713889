#include "wire/reads.h"
