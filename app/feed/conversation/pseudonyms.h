#pragma once

#include <string>
#include <string_view>

namespace carewall::feed {

/// Turns authors into names that tell them apart and nothing else: the first 16 hex digits of HMAC-SHA-256 under a
/// salt. The same author and salt give the same pseudonym; without the salt nobody can try names out.
class Pseudonyms {
public:
    explicit Pseudonyms(std::string salt) : m_salt{std::move(salt)} {}

    /// Empty for an empty author, who stays nobody.
    std::string of(std::string_view author) const;

    /// 32 random hex digits from the machine's own source; empty when it has none to give.
    static std::string freshSalt();

private:
    std::string m_salt;
};

}  // namespace carewall::feed
