#!/usr/bin/env bash
# The monthly dossiers of all agencies, unattended: docs/monthly.sh FOLDER [PERIOD|DAY]
#
# Writes FOLDER/CODE/ for every agency that has a regulation (all documents in Word and Markdown with an index), FOLDER/site/ for the intranet, and
# FOLDER/owes.csv with what is late. On a terminal one bar says how far it is; a log gets a line an agency and no bar. What fails is named at the end and
# is exit code 1; the others are written all the same.
set -uo pipefail

folder=${1:?"docs/monthly.sh FOLDER [PERIOD|DAY]"}
# A month, a quarter or a year (2026-11, 2026-Q4, 2026), of one that is over what stood at its end; or a day, with its month; without either, today.
case ${2:-$(date +%F)} in
    ????-??-??) when=(--as-of "${2:-$(date +%F)}") ;;
    *) when=(--period "$2") ;;
esac
tinhgon=${TINHGON:-tinhgon}

mkdir -p "$folder" || exit 1
mapfile -t agencies < <("$tinhgon" list regulation --columns agency --format csv | tail -n +2 | sort -u | grep .)
[ "${#agencies[@]}" -gt 0 ] || { echo "no agency has a regulation" >&2; exit 1; }

failed=()
done=0
for agency in "${agencies[@]}"; do
    to="$folder/$agency"
    if [ -e "$to" ]; then
        failed+=("$agency: $to is there already")
    elif ! said=$("$tinhgon" --quiet report all --scope "agency:$agency" "${when[@]}" -o "$to" 2>&1 >/dev/null); then
        failed+=("$agency: $said")
    fi
    done=$((done + 1))
    if [ -t 2 ]; then
        filled=$((done * 40 / ${#agencies[@]}))
        printf '\r[%-40s] %d/%d %-12s' "$(printf '%*s' "$filled" '' | tr ' ' '#')" "$done" "${#agencies[@]}" "$agency" >&2
    else
        echo "$done/${#agencies[@]} $agency" >&2
    fi
done
[ -t 2 ] && echo >&2

"$tinhgon" --quiet report dashboard "${when[@]}" -o "$folder/site" >/dev/null || failed+=("site")
"$tinhgon" --quiet owes --late --format csv -o "$folder/owes.csv" >/dev/null
[ "$?" -le 1 ] || failed+=("owes.csv")

if [ "${#failed[@]}" -gt 0 ]; then
    printf '%s\n' "${failed[@]}" >&2
    exit 1
fi
