#pragma once

/// A thing.
class Thing {
public:
    Thing(int a);
    /// Both are said.
    void one(int a);
    void two(int a);

    bool empty() const;

private:
    void hidden(int a);
    struct Hidden {
        int a = 0;
    };
};

struct Spoken {
    int a = 0;  ///< seconds
};

class Forward;
