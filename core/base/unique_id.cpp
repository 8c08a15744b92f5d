#include "core/base/unique_id.h"

#include <atomic>

namespace core {

std::uint64_t nextUniqueId()
{
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

}   // namespace core
