#pragma once

int bare(int a);
