#include "core/topic_name.h"

#include "core/limits.h"
#include "core/utf8.h"

namespace carewall::core {

std::optional<std::string> idTrouble(std::string_view id)
{
    if (id.empty()) return "is empty";
    if (id.size() > limits::id_bytes) return "is longer than " + std::to_string(limits::id_bytes) + " bytes";
    while (!id.empty()) {
        const CodePoint c = firstCodePoint(id);
        if (!c.valid) return "is not valid UTF-8";
        if (isControl(c.value) || turnsDirection(c.value) || breaksLine(c.value)) return "has a control character";
        if (c.value == '/' || c.value == '+' || c.value == '#') return "has a '/', '+' or '#'";
        id.remove_prefix(c.bytes);
    }
    return std::nullopt;
}

std::string idForm()
{
    return "a name of 1 to " + std::to_string(limits::id_bytes) + " bytes without / + # and control characters";
}

}  // namespace carewall::core
