#pragma once

/// A thing.
class Thing {
public:
    Thing(int a);
    void one(int a);

    void two(int a);

private:
    struct Hidden {
        int a = 0;
    };
};

struct Spoken {
    int a = 0;  ///< seconds
};

/// One of many.
struct First {
    int a = 0;
};
struct Second {
    int a = 0;
};
int third(int a);

class Forward;
