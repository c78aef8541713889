#include "core/fine_words.h"
