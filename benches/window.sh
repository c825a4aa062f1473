#!/usr/bin/env bash
# The window beside Meld and beside an empty window, on one screen in one run: how soon it is there, what it costs when
# nobody touches it, what it holds in memory, and how it follows a resize and a zoom.
#
#   benches/window.sh [PROGRAM [EMPTY]]
#
# PROGRAM is the release build (default target/release/parallax), EMPTY the empty eframe window (default
# target/release/examples/empty_window, made by `cargo build --release --example empty_window`; without it memory is
# given by itself). The screen is Xvfb and drawing is done in software, as on any machine without a graphics card, so the
# times of the window hold more than the program's own; time on the cores hardly changes when the machine has other work. Frames are counted in the screen's own memory, which asks nothing
# of anybody: a frame is a picture that differs from the one before. Installs the Debian packages it needs when it runs as root (Meld among
# them), and ends everything it started.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/parallax}")
empty=$(realpath -m "${2:-target/release/examples/empty_window}")
samples=(sample_data/halden-bridge/maren-courier.txt sample_data/halden-bridge/northline.md)
# shellcheck source=tools/screen.sh
. tools/screen.sh
screen_packages meld python3
[ -x "$program" ] || { echo "window: $program is not there; run cargo build --release" >&2; exit 2; }
[ -x "$empty" ] || empty=
mkdir "$home/screen"
screen_start 1440x900 -fbdir "$home/screen"
load=$(cut -d' ' -f1 /proc/loadavg)
echo "$(date -u +%F), $(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $("$program" --version), $(meld --version 2>/dev/null)"
echo "load before the run: $load; with more than one core busy, times are longer than they need be"
echo
PYTHONUNBUFFERED=1 /usr/bin/python3 - "$home/screen/Xvfb_screen0" "$program" "$empty" "${samples[@]}" <<'PYTHON'
import glob, mmap, os, shutil, signal, statistics, struct, subprocess, sys, time

screen_file, program, empty, *samples = sys.argv[1:]
size = os.path.getsize(screen_file)
with open(screen_file, "rb") as file:
    screen = mmap.mmap(file.fileno(), size, prot=mmap.PROT_READ)
header, _, _, _, _, _, _, _, _, _, _, _, line, _, _, _, _, _, _, colours = struct.unpack(">20I", screen[:80])
first_pixel = header + colours * 12
pixels = memoryview(screen)[first_pixel:first_pixel + (size - first_pixel) // 4 * 4].cast("I")
# Every 61st pixel: a prime, so that columns and rows are met evenly.
SAMPLE = 61
background = pixels[0]

def picture():
    return pixels[::SAMPLE].tolist()

# Part of the samples that differ; a cursor that blinks is less than a thousandth.
def difference(one, other):
    return sum(a != b for a, b in zip(one, other)) / len(one)

# Nothing is left from the last time, such as work to bring back.
def start(command):
    shutil.rmtree(os.environ["XDG_DATA_HOME"], ignore_errors=True)
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)

# Part of the samples that a window covers.
def covered(seen):
    return sum(pixel != background for pixel in seen) / len(seen)

# Meld has a helper process that holds the window as well, so the whole group ends.
def end(process):
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    for _ in range(200):
        if covered(picture()) < 0.01:
            time.sleep(0.5)
            return
        time.sleep(0.05)
    sys.exit("window: a window stays after its program has ended")

# Seconds to the first painted frame and to the last change of any size.
def first_frame(command, colours=8, patience=60):
    began = time.perf_counter()
    process = start(command)
    first = last = None
    before = picture()
    while time.perf_counter() - began < patience:
        now = picture()
        at = time.perf_counter() - began
        if first is None and covered(now) > 0.2 and len(set(now)) >= colours:
            first = at
        if difference(before, now) > 0.001:
            last = at
        before = now
        if first is not None and at - last > 1.5:
            break
        time.sleep(0.004)
    if first is None:
        end(process)
        sys.exit(f"window: {command[0]} painted nothing in {patience} s")
    return first, last, process

# The program and its helper processes.
def group(process):
    found = subprocess.run(["ps", "-o", "pid=", "--sid", str(process.pid)], capture_output=True, text=True)
    return found.stdout.split()

# Of several processes what they share counts once: their proportional sizes are added.
def mebibytes(process, name):
    total = 0
    for pid in group(process):
        with open(f"/proc/{pid}/smaps_rollup") as lines:
            total += next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))
    return total / 1024

# Nanoseconds on a core of all threads.
def cpu(process):
    total = 0
    for pid in group(process):
        for path in glob.glob(f"/proc/{pid}/task/*/schedstat"):
            try:
                with open(path) as file:
                    total += int(file.read().split()[0])
            except FileNotFoundError:
                pass
    return total

ours, theirs = [program, *samples], ["meld", *samples]
for command in (ours, theirs):  # What the first start of a program writes and reads is not counted.
    end(first_frame(command)[2])
times = {"Parallax": [], "Meld": []}
for _ in range(5):
    for name, command in (("Parallax", ours), ("Meld", theirs)):
        first, last, process = first_frame(command)
        times[name].append((first, last))
        end(process)
print("| start, warm, two texts, five runs in turn | first frame, median | fastest | slowest | all there, median |")
print("|---|---|---|---|---|")
for name, runs in times.items():
    firsts, lasts = [run[0] for run in runs], [run[1] for run in runs]
    print(f"| {name} | {statistics.median(firsts):.2f} s | {min(firsts):.2f} s | {max(firsts):.2f} s | {statistics.median(lasts):.2f} s |")

five = sorted(glob.glob("sample_data/halden-bridge/*")) + sorted(glob.glob("sample_data/rask-lighthouse/*"))
five = five[:5]
print("\n| at rest | CPU in 10 s | memory (PSS) | its own (anonymous) |")
print("|---|---|---|---|")
rows = [("empty eframe window", [empty]), ("eframe window with one line", [empty, "One line"])] if empty else []
rows += [(f"Parallax, {len(five)} articles", [program, *five]), ("Meld, two texts", theirs)]
memory = {}
for name, command in rows:
    _, _, process = first_frame(command, 1 if command[0] == empty else 8)
    time.sleep(5)
    before = cpu(process)
    time.sleep(10)
    spent = (cpu(process) - before) / 1e6
    memory[name] = mebibytes(process, "Pss")
    print(f"| {name} | {spent:.1f} ms | {memory[name]:.0f} MiB | {mebibytes(process, 'Anonymous'):.0f} MiB |")
    end(process)
if empty:
    own, nothing, line = (memory[rows[at][0]] for at in (2, 0, 1))
    print(f"\nFive articles cost {own - nothing:.0f} MiB more than an empty window, {own - line:.0f} MiB more than one line.")

# Frames while something goes on for three seconds, and the longest time between two of them.
def frames(step):
    began = time.perf_counter()
    before, number, last, longest = picture(), 0, began, 0
    moved = 0
    while (now := time.perf_counter()) - began < 3:
        if now - began > moved / 60:
            step(moved)
            moved += 1
        seen = picture()
        if difference(before, seen) > 0.0005:
            number += 1
            longest = max(longest, now - last)
            last, before = now, seen
        time.sleep(0.003)
    # xdotool falls behind where the screen is busy; what it has asked for in the end may still have to be drawn.
    global tools
    tools.stdin.close()
    tools.wait()
    tools = new_tools()
    asked = still = time.perf_counter()
    while time.perf_counter() - still < 2:
        seen = picture()
        if difference(before, seen) > 0.0005:
            still, before = time.perf_counter(), seen
        time.sleep(0.003)
    return number / 3, longest, still - asked

def tool(*words):
    tools.stdin.write((" ".join(words) + "\n").encode())
    tools.stdin.flush()

_, _, process = first_frame([program, *five])
found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Parallax"], capture_output=True, text=True)
window = found.stdout.split()[-1]
def new_tools():
    return subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE)

tools = new_tools()
tool("windowfocus", window)
# From a key to the last change that it brings.
def answer(key):
    before, began, last = picture(), time.perf_counter(), None
    tool("key", key)
    while (now := time.perf_counter()) - began < (last or 3) + 0.7:
        seen = picture()
        if difference(before, seen) > 0.0001:
            last, before = now - began, seen
        time.sleep(0.003)
    return last

edits = []
for _ in range(9):
    answer("Down")
    spent = cpu(process)
    took = answer("p")
    if took is not None:
        edits.append((took, (cpu(process) - spent) / 1e6))
if edits:
    shown, cores = (statistics.median(column) for column in zip(*edits))
    print(f"\nA row is pinned, {len(five)} articles: the last change is on screen after {shown * 1000:.0f} ms (median of {len(edits)}), which took {cores:.0f} ms of the cores, drawing included.")
print("\n| asked 60 times a second, for 3 s | frames a second | longest between two | last one behind the last asking |")
print("|---|---|---|---|")
def sway(step):
    at = step % 120
    at = at if at < 60 else 120 - at
    tool("windowsize", window, str(900 + 8 * at), str(600 + 4 * at))
for name, step in (("the window is resized", sway),
                   ("the mouse wheel turns", lambda step: tool("click", "5" if step % 120 < 60 else "4")),
                   ("Ctrl + and Ctrl − in turn", lambda step: tool("key", "ctrl+plus" if step % 8 < 4 else "ctrl+minus"))):
    if name != "the window is resized":
        tool("windowsize", window, "1440", "900")
        tool("mousemove", "700", "500")
        time.sleep(1)
    rate, longest, behind = frames(step)
    print(f"| {name} | {rate:.0f} | {longest * 1000:.0f} ms | {behind * 1000:.0f} ms |")
tools.stdin.close()
end(process)
PYTHON
