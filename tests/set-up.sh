# What tests/run and tests/load/bench need from the machine, and a throw-away PostgreSQL. Sourced, not run.

step() { printf '\n── %s\n' "$*"; }

stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

need_commands() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || stop "Missing: $command. CONTRIBUTING.md says what the project needs."
    done
}

# The folder of the newest PostgreSQL server; Debian keeps it off the PATH.
postgres_programs() {
    local newest
    newest=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) && dirname "$newest"
}

has_package() {
    case $1 in
        postgresql) postgres_programs >/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

# Installs those of the named Debian packages that are missing, or stops and names them.
need_packages() {
    local package missing=() as_root=()
    for package in "$@"; do has_package "$package" || missing+=("$package"); done
    ((${#missing[@]})) || return 0

    ((EUID == 0)) || as_root=(sudo -n)
    command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null ||
        stop "Missing: ${missing[*]}. Please install: sudo apt-get install ${missing[*]}"

    step "apt-get install ${missing[*]}"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update </dev/null
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >/dev/null ||
        stop "apt-get could not install: ${missing[*]}"
}

# npm ci, unless the folder holds the packages of its lock file; frontend/build.rs tells by the same copy of it.
install_packages() {
    local lock=$1/package-lock.json installed=$1/node_modules/.installed-package-lock.json
    if cmp -s "$lock" "$installed"; then return; fi
    step "npm ci in $1"
    (cd "$1" && npm ci --ignore-scripts) || stop "npm could not install the packages of $1."
    cp "$lock" "$installed"
}

free_port() {
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

# PostgreSQL refuses to run as root.
as_postgres() {
    if ((EUID == 0)); then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# Starts a PostgreSQL of our own and sets OMVENDT_TEST_POSTGRES to the server's address. With "forgetful" it never waits for the
# disk. Its folder is in /tmp whatever TMPDIR says, because its user must be able to reach it.
start_postgres() {
    local programs port settings
    programs=$(postgres_programs)
    port=$(free_port)
    postgres_data=$(mktemp -d /tmp/omvendt-postgres.XXXXXX)
    settings="-h 127.0.0.1 -p $port -k $postgres_data -c max_connections=300"
    [[ ${1:-} != forgetful ]] || settings+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off"

    ((EUID != 0)) || chown postgres "$postgres_data"
    as_postgres "$programs/initdb" -D "$postgres_data" -U postgres -E UTF8 --locale=C.UTF-8 -A trust --no-sync >/dev/null ||
        stop "PostgreSQL could not make its data folder."
    as_postgres "$programs/pg_ctl" -s -w -D "$postgres_data" -l "$postgres_data/log" -o "$settings" start ||
        stop "PostgreSQL did not start: $(tail -n 1 "$postgres_data/log")"
    export OMVENDT_TEST_POSTGRES="postgres://postgres@127.0.0.1:$port"
}

stop_postgres() {
    [[ -n ${postgres_data:-} ]] || return 0
    as_postgres "$(postgres_programs)/pg_ctl" -s -D "$postgres_data" -m immediate stop || true
    rm -rf "$postgres_data"
    postgres_data=
}
