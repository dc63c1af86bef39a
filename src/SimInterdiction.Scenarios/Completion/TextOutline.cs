namespace SimInterdiction.Scenarios.Completion;

/// <summary>
/// The keys of a YAML text that somebody is writing, with their paths. Where a parser gives up, as at a word that has
/// no colon yet or a bracket that is still open, it reads on: it asks only what stands in what.
/// </summary>
internal sealed class TextOutline : OutlineText
{
    private const int Deepest = 100;

    private readonly List<OutlineFrame> frames = [];
    private readonly List<OutlineKey> keys = [];
    private int lineStart;

    private TextOutline(string text)
        : base(text) { }

    /// <summary>All keys of a text, in its order.</summary>
    public static IReadOnlyList<OutlineKey> KeysOf(string text)
    {
        var outline = new TextOutline(text);
        outline.Scan();
        return outline.keys;
    }

    /// <summary>Where the cursor is; null where nothing of the scenario's language is written, as in a
    /// comment.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cursor">In characters from its beginning.</param>
    public static CursorPlace? PlaceAt(string text, int cursor)
    {
        var outline = new TextOutline(text[..cursor]);
        return outline.Scan();
    }

    // The place at the end of the text; null where it ends in nothing that is written in keys.
    private CursorPlace? Scan()
    {
        while (!IsAtEnd)
        {
            lineStart = At;
            SkipBlanks();
            int column = At - lineStart;
            if (IsAtEnd)
            {
                return InBlock(column, At);
            }

            if (IsLineEnd(At))
            {
                NextLine();
            }
            else if (Text[At] == '#')
            {
                NextLine();
                if (IsAtEnd && Text[^1] != '\n')
                {
                    return null;
                }
            }
            else
            {
                bool goesOn = ReadEntry(column, 0, out CursorPlace? end);
                if (!goesOn)
                {
                    return end;
                }
            }
        }

        return InBlock(0, At);
    }

    // One entry of a map or list; false where the text ends in it.
    private bool ReadEntry(int column, int depth, out CursorPlace? end)
    {
        end = null;
        if (Text[At] == '-' && (At + 1 >= Text.Length || char.IsWhiteSpace(Text[At + 1])) && depth < Deepest)
        {
            OpenItem(column);
            At++;
            if (IsAtEnd)
            {
                return false;
            }

            SkipBlanks();
            if (IsAtEnd)
            {
                end = new CursorPlace(CursorKind.Either, Path(), At);
                return false;
            }

            if (IsLineEnd(At) || Text[At] == '#')
            {
                return SkipRest();
            }

            return ReadEntry(At - lineStart, depth + 1, out end);
        }

        if (Text[At] is '{' or '[')
        {
            return ReadFlow(out end) && SkipRest();
        }

        int start = At;
        string word = ReadWord(isFlow: false);
        if (IsAtEnd)
        {
            end = InBlock(column, start);
            return false;
        }

        if (Text[At] != ':')
        {
            if (frames.Count > 0)
            {
                frames[^1].HasValue = true;
            }

            return SkipRest();
        }

        OpenKey(column, word, start);
        At++;
        return ReadValue(column, out end);
    }

    private bool ReadValue(int column, out CursorPlace? end)
    {
        end = null;
        if (IsAtEnd)
        {
            return false;
        }

        do
        {
            SkipBlanks();
        } while (SkipProperty());
        if (IsAtEnd)
        {
            end = new CursorPlace(CursorKind.Value, Path(), At);
            return false;
        }

        if (IsLineEnd(At) || Text[At] == '#')
        {
            return SkipRest();
        }

        frames[^1].HasValue = true;
        if (Text[At] is '{' or '[')
        {
            return ReadFlow(out end) && SkipRest();
        }

        if (Text[At] is '|' or '>')
        {
            return SkipBlockText(column);
        }

        int start = At;
        keys[^1].Value = ReadRestOfLine();
        if (IsAtEnd)
        {
            end = Text[start] is '"' or '\'' ? null : new CursorPlace(CursorKind.Value, Path(), start);
            return false;
        }

        return SkipRest();
    }

    // From an opening bracket to the one that closes it; false where the text ends before.
    private bool ReadFlow(out CursorPlace? end)
    {
        end = null;
        int outside = frames.Count;
        do
        {
            SkipSpace();
            if (IsAtEnd)
            {
                end = InFlow(At);
                return false;
            }

            switch (Text[At])
            {
                case '#' when At == 0 || char.IsWhiteSpace(Text[At - 1]):
                    NextLine();
                    if (IsAtEnd)
                    {
                        return false;
                    }

                    break;
                case '{' or '[':
                    frames.Add(new OutlineFrame(IsMap: Text[At] == '{', Column: -1));
                    At++;
                    break;
                case '}' or ']':
                    frames.RemoveAt(frames.Count - 1);
                    At++;
                    break;
                case ',':
                    frames[^1].Next();
                    At++;
                    break;
                default:
                    if (!ReadFlowWord(out end))
                    {
                        return false;
                    }

                    break;
            }
        } while (frames.Count > outside);
        return true;
    }

    private bool ReadFlowWord(out CursorPlace? end)
    {
        end = null;
        if (SkipProperty())
        {
            return true;
        }

        int start = At;
        string word = ReadWord(isFlow: true);
        OutlineFrame frame = frames[^1];
        if (IsAtEnd)
        {
            end = Text[start] is '"' or '\'' ? null : InFlow(start);
            return false;
        }

        if (frame is { IsMap: true, Key: null })
        {
            frame.Key = word;
            keys.Add(new OutlineKey(Path(), start));
            SkipBlanks();
            if (!IsAtEnd && Text[At] == ':')
            {
                At++;
                return !IsAtEnd;
            }
        }
        else if (frame.IsMap)
        {
            keys[^1].Value ??= word;
        }

        // What can't stand there, such as a second colon.
        if (At == start)
        {
            At++;
        }

        return true;
    }

    private CursorPlace InFlow(int start)
    {
        OutlineFrame frame = frames[^1];
        return frame is { IsMap: true, Key: null } ? new CursorPlace(CursorKind.Key, Path(), start)
            : frame.IsMap ? new CursorPlace(CursorKind.Value, Path(), start)
            : new CursorPlace(CursorKind.Either, Path(), start);
    }

    // A word without a colon, or nothing yet, in a column.
    private CursorPlace? InBlock(int column, int start)
    {
        Close(column, isItem: false);
        if (frames.Count == 0)
        {
            return new CursorPlace(CursorKind.Key, [], start);
        }

        OutlineFrame frame = frames[^1];
        return frame.Column == column && frame.IsMap ? new CursorPlace(CursorKind.Key, Path()[..^1], start)
            : frame.HasValue ? null
            : new CursorPlace(CursorKind.Either, Path(), start);
    }

    private void OpenKey(int column, string key, int start)
    {
        Close(column, isItem: false);
        if (frames.Count == 0 || frames[^1].Column != column || !frames[^1].IsMap)
        {
            frames.Add(new OutlineFrame(IsMap: true, column));
        }

        frames[^1].Key = key;
        frames[^1].HasValue = false;
        keys.Add(new OutlineKey(Path(), start));
    }

    private void OpenItem(int column)
    {
        Close(column, isItem: true);
        if (frames.Count > 0 && frames[^1].Column == column && !frames[^1].IsMap)
        {
            frames[^1].Next();
        }
        else
        {
            frames.Add(new OutlineFrame(IsMap: false, column));
        }
    }

    // What stands further right is over; a list too, where no item follows in its column.
    private void Close(int column, bool isItem)
    {
        while (frames.Count > 0 && (frames[^1].Column > column || (frames[^1].Column == column && !frames[^1].IsMap && !isItem)))
        {
            frames.RemoveAt(frames.Count - 1);
        }
    }

    private string[] Path() => [.. frames.Select(frame => frame.IsMap ? frame.Key : $"#{frame.Item}").OfType<string>()];

    // A text of several lines: all that stand further right than its key.
    private bool SkipBlockText(int column)
    {
        NextLine();
        while (!IsAtEnd)
        {
            lineStart = At;
            SkipBlanks();
            if (!IsAtEnd && !IsLineEnd(At) && At - lineStart <= column)
            {
                At = lineStart;
                return true;
            }

            NextLine();
        }

        return false;
    }
}
