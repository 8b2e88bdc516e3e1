// Stands between SQLite and the C library, for tests of what a disk may do.
//
// FAULT_WHICHPM_DB     the database; its log and journal belong to it
// FAULT_WHICHPM_TRACE  file that gets a record of every change to them
// FAULT_WHICHPM_FULL   while this file exists, no write to them finds room
//
// A record is: kind, file (0 database, 1 log, 2 journal), offset (8 bytes),
// length (4 bytes, both little endian), data.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static const char *db, *trace, *full;
static int to = -1;

__attribute__((constructor)) static void begin(void) {
	db = getenv("FAULT_WHICHPM_DB");
	trace = getenv("FAULT_WHICHPM_TRACE");
	full = getenv("FAULT_WHICHPM_FULL");
	if (trace != NULL) to = open(trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int file_named(const char *path) {
	size_t n = db == NULL ? 0 : strlen(db);
	if (n == 0 || strncmp(path, db, n) != 0) return -1;
	if (strcmp(path + n, "") == 0) return 0;
	if (strcmp(path + n, "-wal") == 0) return 1;
	if (strcmp(path + n, "-journal") == 0) return 2;
	return -1;
}

static int path_of(int fd, char *path, size_t size) {
	char link[64];
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	ssize_t n = readlink(link, path, size - 1);
	if (n < 0) return -1;
	path[n] = 0;
	return 0;
}

static int file_of(int fd) {
	char path[4096];
	if (db == NULL || path_of(fd, path, sizeof path) < 0) return -1;
	return file_named(path);
}

static int is_folder(int fd) {
	char path[4096];
	if (db == NULL || path_of(fd, path, sizeof path) < 0) return 0;
	size_t n = strlen(path);
	return strncmp(db, path, n) == 0 && db[n] == '/' && strchr(db + n + 1, '/') == NULL;
}

static void record(char kind, int file, uint64_t offset, const void *data, uint32_t length) {
	unsigned char head[14] = {kind, file};
	if (to < 0) return;
	memcpy(head + 2, &offset, 8);
	memcpy(head + 10, &length, 4);
	struct iovec parts[2] = {{head, sizeof head}, {(void *)data, length}};
	if (writev(to, parts, length > 0 ? 2 : 1) != (ssize_t)(sizeof head + length)) abort();
}

static int no_room(int file) {
	if (file < 0 || full == NULL || access(full, F_OK) != 0) return 0;
	errno = ENOSPC;
	return 1;
}

#define REAL(name) ({ static __typeof__(&name) real; if (real == NULL) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

ssize_t write(int fd, const void *data, size_t length) {
	int file = file_of(fd);
	if (file < 0) return REAL(write)(fd, data, length);
	if (no_room(file)) return -1;
	off_t at = lseek(fd, 0, SEEK_CUR);
	pthread_mutex_lock(&one);
	ssize_t n = REAL(write)(fd, data, length);
	if (n > 0) record('w', file, at, data, n);
	pthread_mutex_unlock(&one);
	return n;
}

#define PWRITE(name, offset_type)                                                  \
	ssize_t name(int fd, const void *data, size_t length, offset_type at) {        \
		int file = file_of(fd);                                                    \
		if (file < 0) return REAL(name)(fd, data, length, at);                     \
		if (no_room(file)) return -1;                                              \
		pthread_mutex_lock(&one);                                                  \
		ssize_t n = REAL(name)(fd, data, length, at);                              \
		if (n > 0) record('w', file, at, data, n);                                 \
		pthread_mutex_unlock(&one);                                                \
		return n;                                                                  \
	}
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define FTRUNCATE(name, offset_type)                                               \
	int name(int fd, offset_type length) {                                         \
		int file = file_of(fd);                                                    \
		pthread_mutex_lock(&one);                                                  \
		int result = REAL(name)(fd, length);                                       \
		if (result == 0 && file >= 0) record('t', file, length, NULL, 0);          \
		pthread_mutex_unlock(&one);                                                \
		return result;                                                             \
	}
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define FSYNC(name)                                                                \
	int name(int fd) {                                                             \
		int file = file_of(fd), folder = file < 0 && is_folder(fd);                \
		int result = REAL(name)(fd);                                               \
		pthread_mutex_lock(&one);                                                  \
		if (result == 0 && file >= 0) record('s', file, 0, NULL, 0);               \
		if (result == 0 && folder) record('f', 0, 0, NULL, 0);                     \
		pthread_mutex_unlock(&one);                                                \
		return result;                                                             \
	}
FSYNC(fsync)
FSYNC(fdatasync)

int unlink(const char *path) {
	int file = file_named(path);
	pthread_mutex_lock(&one);
	int result = REAL(unlink)(path);
	if (result == 0 && file >= 0) record('u', file, 0, NULL, 0);
	pthread_mutex_unlock(&one);
	return result;
}
