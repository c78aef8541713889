#include "feed/backtest/forecast_score.h"
#include "feed/text/emerging.h"
