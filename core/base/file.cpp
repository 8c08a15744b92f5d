#include "core/base/file.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/memory.h"
#include "core/base/out_of_memory.h"
#include "core/base/unique_id.h"

namespace core {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> badFile(std::string_view name, std::string_view reason)
{
    return fail(Fault::BadFile, fmt::format("{} cannot be read: {}.", name, reason), "Check the path and its permissions.");
}

tl::unexpected<Error> cannotWrite(const fs::path& path, std::string_view reason)
{
    return fail(Fault::System, fmt::format("{} cannot be written: {}.", path.string(), reason),
                "Choose a folder that exists, that you may write to and that has room.");
}

// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(other.release()) {}
    ~Descriptor()
    {
        if (m_fd >= 0) ::close(m_fd);
    }
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    void take(int fd) { m_fd = fd; }   // by one that has none
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
            return cannotWrite(path, std::strerror(errno));
        }
        bytes = bytes.subspan(std::size_t(written));
    }
    return {};
}

// The file that is written before it takes the place of another; it goes with its object unless it did. Created exclusively, so that two savers
// never share one. It has the permissions of the file that it will replace, and its owner where the system allows.
class TemporaryFile {
public:
    explicit TemporaryFile(const fs::path& target) : m_file(-1)
    {
        struct stat old{};
        const bool replaces = ::stat(target.c_str(), &old) == 0;
        while (m_file.get() < 0) {
            m_name = fmt::format("{}.{}-{}", target.string(), ::getpid(), nextUniqueId());
            m_file.take(::open(m_name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, replaces ? 0600 : 0666));
            if (m_file.get() < 0 && errno != EEXIST) return;
        }
        m_exists = true;
        if (!replaces) return;
        (void)!::fchown(m_file.get(), old.st_uid, old.st_gid);
        (void)!::fchmod(m_file.get(), old.st_mode & 0777);   // where it fails, the file is its owner's alone
    }
    ~TemporaryFile()
    {
        if (m_exists) ::unlink(m_name.c_str());
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] int descriptor() const { return m_file.get(); }   // negative: it could not be created, errno says why
    [[nodiscard]] bool replace(const fs::path& target)
    {
        if (::close(m_file.release()) != 0 || ::rename(m_name.c_str(), target.c_str()) != 0) return false;
        m_exists = false;
        return true;
    }

private:
    std::string m_name;
    Descriptor m_file;
    bool m_exists = false;
};

Result<std::string> readAll(int fd, std::string_view name, std::size_t limit)
{
    const auto budget = std::size_t(memoryBudget());
    std::string content;
    char buffer[1 << 16];
    while (true) {   // not by size: pipes and /proc files have none
        const ssize_t count = ::read(fd, buffer, sizeof buffer);
        if (count < 0) {
            if (errno == EINTR) continue;
            return badFile(name, std::strerror(errno));
        }
        if (count == 0) return content;
        content.append(buffer, std::size_t(count));
        if (content.size() > limit)
            return fail(Fault::BadFile, fmt::format("{} is larger than the {} bytes allowed here.", name, limit), "Choose a smaller file.");
        if (content.size() > budget)
            return fail(Fault::OverBudget, fmt::format("{} is larger than the memory budget of {}.", name, formatBytes(std::int64_t(budget))),
                        "Choose a smaller file, or allow more memory.");
    }
}

Result<Descriptor> openOrdinary(const fs::path& path)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));   // a pipe is refused below; its opening must not wait for a writer
    struct stat status{};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0) return badFile(path.string(), std::strerror(errno));
    if (S_ISDIR(status.st_mode)) return badFile(path.string(), std::strerror(EISDIR));
    if (!S_ISREG(status.st_mode)) return badFile(path.string(), "it is no ordinary file");
    return file;
}

}   // namespace

Result<InputFile> InputFile::open(const fs::path& path)
{
    FOVEA_TRY(file, openOrdinary(path));
    struct stat status{};
    if (::fstat(file.get(), &status) != 0) return badFile(path.string(), std::strerror(errno));
    InputFile result;
    result.m_path = path;
    result.m_descriptor = file.get();
    result.m_owner = std::make_shared<const Descriptor>(std::move(file));
    result.m_size = std::size_t(status.st_size);
    return result;
}

Result<void> InputFile::read(std::size_t at, std::span<std::byte> out) const
{
    while (!out.empty()) {
        const ssize_t count = ::pread(m_descriptor, out.data(), out.size(), off_t(at));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return badFile(m_path.string(), std::strerror(errno));
        if (count == 0)
            return fail(Fault::BadFile, fmt::format("{} ends at byte {}; it had {} when it was opened.", m_path.string(), at, m_size),
                        "Open it again when no other program writes it.");
        out = out.subspan(std::size_t(count));
        at += std::size_t(count);
    }
    return {};
}

Result<std::string> readFile(const fs::path& path, std::size_t limit)
{
    return orOutOfMemory([&] { return path.string(); }, "Choose a smaller file, or close other programs.", [&]() -> Result<std::string> {
        FOVEA_TRY(file, openOrdinary(path));
        return readAll(file.get(), path.string(), limit);
    });
}

Result<std::string> readStream(const fs::path& path, std::size_t limit)
{
    return orOutOfMemory([&] { return path.string(); }, "Choose a smaller file, or close other programs.", [&]() -> Result<std::string> {
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (file.get() < 0) return badFile(path.string(), std::strerror(errno));
        return readAll(file.get(), path.string(), limit);
    });
}

Result<std::string> readStandardInput(std::size_t limit)
{
    return orOutOfMemory([] { return "standard input"; }, "Give less text, or close other programs.",
                         [&] { return readAll(STDIN_FILENO, "Standard input", limit); });
}

Result<fs::path> fileToSave(const fs::path& path)
{
    constexpr int kMostLinks = 40;   // as the system's own limit; links in a circle are then an error of status()
    fs::path target = path;
    std::error_code error;
    for (int links = 0; links < kMostLinks && fs::is_symlink(target, error); ++links) {
        target = target.parent_path() / fs::read_symlink(target, error);
        if (error) return cannotWrite(path, error.message());
    }
    const fs::file_status status = fs::status(target, error);
    const bool isNew = status.type() == fs::file_type::not_found;
    if (fs::is_directory(status)) return cannotWrite(path, std::strerror(EISDIR));
    if (fs::is_other(status)) return cannotWrite(path, "it is no ordinary file");
    if (!isNew && !fs::is_regular_file(status)) return cannotWrite(path, error.message());
    if (isNew && !fs::is_directory(target.has_parent_path() ? target.parent_path() : fs::path("."), error))
        return cannotWrite(path, "its folder does not exist");
    return target;
}

Result<void> saveFile(const fs::path& path, const std::function<Result<void>(const ByteSink&)>& write)
{
    // What is thrown ends here, behind the temporary file, so that it goes.
    return orOutOfMemory([&] { return "writing " + path.string(); }, "Close other programs.", [&]() -> Result<void> {
        FOVEA_TRY(target, fileToSave(path));
        TemporaryFile file(target);
        if (file.descriptor() < 0) return cannotWrite(path, std::strerror(errno));
        FOVEA_CHECK(write([&](std::span<const std::byte> bytes) { return writeAll(file.descriptor(), bytes, path); }));
        if (!file.replace(target)) return cannotWrite(path, std::strerror(errno));
        return {};
    });
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
        if (fs::is_directory(candidate, error)) {
            const fs::path whole = fs::weakly_canonical(candidate, error);
            return error ? candidate : whole;
        }
        tried += (tried.empty() ? "" : ", ") + candidate.lexically_normal().string();
    }
    return fail(Fault::BadFile, fmt::format("The folder \"{}\" of built-in files was not found (tried {}).", name, tried), "Install the program again.");
}

}   // namespace core
