#include "core/base/file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/out_of_memory.h"

namespace core {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> badFile(const fs::path& path, int code)
{
    return fail(Fault::BadFile, fmt::format("{} cannot be read: {}.", path.string(), std::strerror(code)), "Check the path and its permissions.");
}

tl::unexpected<Error> cannotWrite(const fs::path& path, int code)
{
    return fail(Fault::System, fmt::format("{} cannot be written: {}.", path.string(), std::strerror(code)),
                "Choose a folder that exists, that you may write to and that has room.");
}

// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

Result<void> writeAll(int fd, std::span<const std::byte> bytes, const fs::path& path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return cannotWrite(path, errno);
        }
        bytes = bytes.subspan(std::size_t(written));
    }
    return {};
}

// Readable only by its owner until it is complete; created exclusively, so that two savers never share one.
Result<int> createTemporary(std::string& name, const fs::path& target)
{
    const int fd = ::mkstemp(name.data());
    if (fd < 0) return cannotWrite(target, errno);
    return fd;
}

// The umask is read without being set: setting it, even for a moment, would open the files of other threads.
mode_t permissionsOfNewFiles()
{
    const Result<std::string> status = readFile("/proc/self/status", std::size_t(1) << 16);
    const std::size_t at = status ? status->find("\nUmask:") : std::string::npos;
    return mode_t(0666) & ~mode_t(at == std::string::npos ? 022 : std::strtoul(status->c_str() + at + 7, nullptr, 8));
}

}   // namespace

Result<MappedFile> MappedFile::open(const fs::path& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return badFile(path, errno);
    struct stat status{};
    if (::fstat(file.get(), &status) != 0) return badFile(path, errno);
    if (S_ISDIR(status.st_mode)) return badFile(path, EISDIR);
    if (!S_ISREG(status.st_mode)) return fail(Fault::BadFile, fmt::format("{} is not an ordinary file.", path.string()), "Choose a file on disk.");
    MappedFile result;
    const std::size_t size = std::size_t(status.st_size);
    if (size == 0) return result;   // an empty mapping is not legal, an empty file is
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
    if (address == MAP_FAILED) return badFile(path, errno);
    result.m_mapping = std::shared_ptr<const void>(address, [size](const void* p) { ::munmap(const_cast<void*>(p), size); });
    result.m_bytes = {static_cast<const std::byte*>(address), size};
    return result;
}

Result<std::string> readFile(const fs::path& path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return badFile(path, errno);
    std::string content;
    char buffer[1 << 16];
    while (true) {   // not by size: pipes and /proc files have none
        const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
        if (count < 0) {
            if (errno == EINTR) continue;
            return badFile(path, errno);
        }
        if (count == 0) return content;
        content.append(buffer, std::size_t(count));
        if (content.size() > limit)
            return fail(Fault::BadFile, fmt::format("{} is larger than the {} bytes allowed here.", path.string(), limit), "Choose a smaller file.");
    }
}

Result<void> saveFile(const fs::path& path, const std::function<Result<void>(const ByteSink&)>& write)
{
    std::string temporary = path.string() + ".XXXXXX";
    FOVEA_TRY(descriptor, createTemporary(temporary, path));
    Descriptor file(descriptor);
    const ByteSink sink = [&](std::span<const std::byte> bytes) { return writeAll(file.get(), bytes, path); };
    // What is thrown ends here, so that the temporary file goes.
    const Result<void> done = orOutOfMemory([&] { return "writing " + path.string(); }, "Close other programs.", [&]() -> Result<void> {
        FOVEA_CHECK(write(sink));
        if (::fchmod(file.get(), permissionsOfNewFiles()) != 0) return cannotWrite(path, errno);
        if (::close(file.release()) != 0) return cannotWrite(path, errno);
        if (::rename(temporary.c_str(), path.c_str()) != 0) return cannotWrite(path, errno);
        return {};
    });
    if (!done) ::unlink(temporary.c_str());
    return done;
}

Result<void> saveFile(const fs::path& path, std::string_view content)
{
    return saveFile(path, [&](const ByteSink& sink) { return sink(std::as_bytes(std::span(content.data(), content.size()))); });
}

fs::path programFolder()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

Result<fs::path> resourceFolder(std::string_view name)
{
    const fs::path program = programFolder();
    std::string tried;
    for (const fs::path& candidate : {program / "../share/fovea" / name, fs::path(FOVEA_SOURCE_DIR) / "resources" / name, fs::path(FOVEA_SOURCE_DIR) / name}) {
        std::error_code error;
        if (fs::is_directory(candidate, error)) return fs::weakly_canonical(candidate);
        tried += (tried.empty() ? "" : ", ") + candidate.lexically_normal().string();
    }
    return fail(Fault::BadFile, fmt::format("The folder \"{}\" of built-in files was not found (tried {}).", name, tried), "Install the program again.");
}

}   // namespace core
