#!/usr/bin/env bash
# Builds a site in parts with GNU parallel and puts them together. Run it where content/ is:
#
#   parallel.sh 16                                        # 16 parts, one after the other, on this machine
#   HOSTS=:,one.example,two.example parallel.sh 16        # on this machine (:) and two others that share this folder
#   parallel.sh 16 --no-print --theme my-theme            # with options of `onetrip build`
#
# A build uses all cores of its machine, so each machine makes one part at a time.
set -euo pipefail
parts="${1:?how many parts?}"
shift

# One day for all parts, however long they take: noon of today.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(date -u -d "$(date +%F) 12:00" +%s)}"

# A host that fails gives its part to another one; a part that fails everywhere ends it all.
parallel --sshlogin "${HOSTS:-:}" --jobs 1 --workdir "$PWD" --env SOURCE_DATE_EPOCH --retries 2 --halt soon,fail=1 \
  onetrip build --shard "{}/$parts" --out "parts/{}" "$@" ::: $(seq "$parts")

# Named one by one, so that none of an earlier run is taken. The codes are recorded in content/codes.lock: commit it.
onetrip merge $(seq -f 'parts/%.0f' "$parts") --out dist
