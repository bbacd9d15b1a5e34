# Completes egresso in bash and zsh. In the start file of the shell:  source <(egresso completion bash)
if [ -n "${ZSH_VERSION-}" ]; then
    autoload -U +X compinit bashcompinit && compinit -u && bashcompinit
fi

_egresso_flags='@flags@'
_egresso_values='@values@'
_egresso_presets='@presets@'
_egresso_rules='@rules@'
_egresso_fields='@fields@'

# The words behind the first ones of a row.
_egresso_row() {
    local row
    while IFS= read -r row; do
        case "$row" in
            "$1 "*) printf '%s\n' "${row#"$1 "}"; return ;;
        esac
    done <<EOF
$2
EOF
}

# Fields one level further than what is typed; a dot at the end means that there is more below.
_egresso_level() {
    printf '%s\n' "$_egresso_fields" | tr ' ' '\n' | awk -v typed="$1" '
        index($0, typed) == 1 {
            rest = substr($0, length(typed) + 1)
            dot = index(rest, ".")
            word = dot ? typed substr(rest, 1, dot) : $0
            if (!(word in seen)) { seen[word] = 1; print word }
        }'
}

_egresso() {
    local cur prev command words i
    cur="${COMP_WORDS[COMP_CWORD]}"
    prev="${COMP_WORDS[COMP_CWORD-1]}"
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        case "$cur" in
            -*) COMPREPLY=($(compgen -W "--version $(_egresso_row wizard "$_egresso_flags")" -- "$cur")) ;;
            *) COMPREPLY=($(compgen -W '@commands@' -- "$cur")) ;;
        esac
        return
    fi
    command="${COMP_WORDS[1]}"
    words="$(_egresso_row "$command $prev" "$_egresso_values")"
    [ -n "$words" ] || words="$(_egresso_row "* $prev" "$_egresso_values")"
    if [ -n "$words" ]; then
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
        return
    fi
    case "$cur" in
        -*) COMPREPLY=($(compgen -W "$(_egresso_row "$command" "$_egresso_flags")" -- "$cur")); return ;;
    esac
    case "$command" in
        explain)
            COMPREPLY=($(compgen -W "$_egresso_rules $(_egresso_level "$cur")" -- "$cur"))
            case "${COMPREPLY[0]-}" in
                *.) [ "${#COMPREPLY[@]}" -ne 1 ] || compopt -o nospace 2> /dev/null ;;
            esac ;;
        presets) COMPREPLY=($(compgen -W "$_egresso_presets" -- "$cur")); return ;;
        completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
    esac
    [ "${#COMPREPLY[@]}" -gt 0 ] || COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _egresso egresso ./egresso
