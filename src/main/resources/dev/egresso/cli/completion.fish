# Completes egresso in fish:  egresso completion fish > ~/.config/fish/completions/egresso.fish
set -g __egresso_flags '@flags@'
set -g __egresso_values '@values@'
set -g __egresso_fields (string split ' ' -- '@fields@')

function __egresso_command
    set -l words (commandline -opc)
    test (count $words) -gt 1; and echo $words[2]
end

# The words behind the first ones of a row.
function __egresso_row
    for row in (string split \n -- $argv[2])
        set -l words (string split ' ' -- $row)
        set -l wanted (string split ' ' -- $argv[1])
        set -l n (count $wanted)
        if test "$words[1..$n]" = "$wanted"
            string join \n -- $words[(math $n + 1)..-1]
            return 0
        end
    end
    return 1
end

# Fields one level further than what is typed; a dot at the end means that there is more below.
function __egresso_level
    set -l typed (commandline -ct)
    set -l length (math (string length -- "$typed") + 1)
    for field in $__egresso_fields
        test (string sub -l (string length -- "$typed") -- $field) = "$typed"; or continue
        set -l rest (string sub -s $length -- $field)
        echo $typed(string match -r '^[^.]*\.?' -- "$rest")
    end | sort -u
end

function __egresso_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    if test (count $words) -eq 1
        string split ' ' -- '@commands@'
        return
    end
    __egresso_row "$words[2] $words[-1]" "$__egresso_values"; and return
    __egresso_row "* $words[-1]" "$__egresso_values"; and return
    if string match -q -- '-*' "$typed"
        __egresso_row "$words[2]" "$__egresso_flags"
        return
    end
    switch "$words[2]"
        case explain
            string split ' ' -- '@rules@'
            __egresso_level
        case presets
            string split ' ' -- '@presets@'
        case completion
            string split ' ' -- bash zsh fish
    end
end
complete -c egresso -a '(__egresso_complete)'
