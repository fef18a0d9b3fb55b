# The release build, and the demos it is measured as. Sourced by tests/load/bench and tests/load/bench-day, not run.

servers=()
urls=()
databases=("$@")
((${#databases[@]})) || databases=(sqlite postgres)
folder=$(mktemp -d /tmp/omvendt-bench.XXXXXX)
export OMVENDT_LISTEN OMVENDT_LOG=warn

clean_up() {
    stop_servers
    stop_postgres
    rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

now() { date +%s%N; }
milliseconds_since() { echo $((($(now) - $1) / 1000000)); }

build() {
    step "cargo build --release" >&2
    cargo build --locked --release # by itself, so that it is the program that others build and run
    cargo build --locked --release --package omvendt-load
    local target
    target=$(cargo metadata --no-deps --offline --format-version 1 |
        node -p 'JSON.parse(require("fs").readFileSync(0)).target_directory')
    program=$target/release/omvendt
    load=$target/release/omvendt-load
    printf '# %s, %s cores, %s\n' "$(git describe --always --dirty)" "$(nproc)" "$(uname -sm)"
}

# Names the database that whatever is started next uses.
use_database() {
    export OMVENDT_DATA_DIR=$folder/$1
    case $1 in
        sqlite) unset OMVENDT_DATABASE_URL ;;
        postgres)
            need_packages postgresql
            [[ -n ${postgres_data:-} ]] || start_postgres
            export OMVENDT_DATABASE_URL=$OMVENDT_TEST_POSTGRES/postgres
            ;;
        *) stop "There is no database named $1." ;;
    esac
}

# Makes the programme of this size in the database.
seed() {
    local from
    from=$(now)
    "$program" seed --size "$1" >"$folder/log" 2>&1 || stop "The large programme could not be made: $(tail -n 3 "$folder/log")"
    printf 'The large programme was made in %d s. ' "$(($(milliseconds_since "$from") / 1000))"
}

# Starts a demo on the database there is, and waits for its `ready` line.
start_server() {
    local line from
    OMVENDT_LISTEN=127.0.0.1:$(free_port)
    from=$(now)
    exec {lines}< <(exec "$program" demo 2>"$folder/log")
    servers+=($!)
    while read -r line <&"$lines"; do
        [[ $line != ready\ * ]] || break
    done
    [[ ${line:-} == ready\ * ]] || stop "omvendt demo did not start: $(tail -n 3 "$folder/log")"
    urls+=("${line#ready }")
    printf 'Ready after %d ms; ' "$(milliseconds_since "$from")"
    rest "${servers[-1]}"
    printf '%d MB at rest.\n\n' "$(memory "${servers[-1]}" VmRSS)"
}

memory() { awk -v name="$2:" '$1 == name { printf "%d", $2 / 1024 }' "/proc/$1/status"; }

# What fell due while the server was away is done: for three seconds it has used hardly any processor.
rest() {
    local before after
    for _ in {1..60}; do
        before=$(ticks "$1")
        sleep 3
        after=$(ticks "$1")
        ((after - before > 30)) || return 0
    done
}

ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }

stop_servers() {
    ((${#servers[@]})) || return 0
    kill -TERM "${servers[@]}" 2>/dev/null || true
    wait "${servers[@]}" 2>/dev/null || true
    servers=()
    urls=()
}
