#pragma once

/// The gamma distribution: how long some more or less independent steps take together.
namespace carewall::core {

/// The regularised incomplete gamma functions P(a, x) = 1/Gamma(a) int_0^x t^(a-1) e^-t dt, and Q = 1 - P: the chance
/// that a Gamma(shape a, scale 1) is at most x, and that it is more. By the power series for x < a + 1 and by the
/// continued fraction (modified Lentz) above, relative error about 1e-13; for a > 5000 by Wilson and Hilferty's cube
/// root (1931), absolute error below 1e-5. a > 0, x >= 0; anything else is taken for the nearest of these, NaN for 0.
double gammaP(double a, double x);
double gammaQ(double a, double x);

/// The x with gammaP(a, x) = p, relative error below 1e-9. p in (0, 1), bounded to [1e-12, 1 - 1e-12].
double gammaQuantile(double a, double p);

}  // namespace carewall::core
