#pragma once

/// A thing.
class Thing {
public:
    void bare(int a);
};
