#pragma once

struct Bare {
    int a = 0;
};
