namespace SimInterdiction.Scenarios.Completion;

/// <summary>A YAML text that is read from its beginning, word by word.</summary>
/// <param name="text">The text.</param>
internal abstract class OutlineText(string text)
{
    protected string Text => text;

    /// <summary>How far it is read, in characters.</summary>
    protected int At { get; set; }

    protected bool IsAtEnd => At >= text.Length;

    // To the colon, or to where it can't go on; what is in quotation marks without them.
    protected string ReadWord(bool isFlow)
    {
        if (Text[At] is '"' or '\'')
        {
            return ReadQuoted();
        }

        int start = At;
        while (!IsAtEnd && !IsLineEnd(At) && !EndsWord(isFlow))
        {
            At++;
        }

        return Text[start..At].TrimEnd();
    }

    protected bool EndsWord(bool isFlow) =>
        Text[At] switch
        {
            ':' => At + 1 >= Text.Length || char.IsWhiteSpace(Text[At + 1]) || (isFlow && Text[At + 1] is ',' or '}' or ']' or '{' or '['),
            '#' => At > 0 && char.IsWhiteSpace(Text[At - 1]),
            ',' or '{' or '}' or '[' or ']' => isFlow,
            _ => false,
        };

    protected string ReadQuoted()
    {
        char mark = Text[At];
        int start = ++At;
        while (!IsAtEnd && Text[At] != mark)
        {
            At += mark == '"' && Text[At] == '\\' ? 2 : 1;
        }

        At = Math.Min(At, Text.Length);
        string word = Text[start..At];
        At = Math.Min(At + 1, Text.Length);
        return word;
    }

    protected string ReadRestOfLine()
    {
        if (Text[At] is '"' or '\'')
        {
            return ReadQuoted();
        }

        int start = At;
        while (!IsAtEnd && !IsLineEnd(At) && !(Text[At] == '#' && char.IsWhiteSpace(Text[At - 1])))
        {
            At++;
        }

        return Text[start..At].TrimEnd();
    }

    // An anchor, which is no part of what it names.
    protected bool SkipProperty()
    {
        if (IsAtEnd || Text[At] != '&')
        {
            return false;
        }

        while (!IsAtEnd && !char.IsWhiteSpace(Text[At]))
        {
            At++;
        }

        return true;
    }

    // To the next line; false where the text ends in a comment.
    protected bool SkipRest()
    {
        NextLine();
        return !IsAtEnd || Text[^1] == '\n';
    }

    protected void NextLine()
    {
        while (!IsAtEnd && Text[At] != '\n')
        {
            At++;
        }

        At = Math.Min(At + 1, Text.Length);
    }

    protected void SkipBlanks()
    {
        while (!IsAtEnd && Text[At] is ' ' or '\t')
        {
            At++;
        }
    }

    protected void SkipSpace()
    {
        while (!IsAtEnd && char.IsWhiteSpace(Text[At]))
        {
            At++;
        }
    }

    protected bool IsLineEnd(int position) => Text[position] is '\n' or '\r';
}
