#include "feed/sources/csv_rows.h"
