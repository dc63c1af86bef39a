using SimInterdiction.Application.Requests;

namespace SimInterdiction.Cli.Wording;

/// <summary>What mends a run of which something is missing, in a sentence with the command.</summary>
internal static class MendWords
{
    public static string Of(RunMend mend)
    {
        string command = CommandWording.With(mend.Command, mend.Results);
        return mend switch
        {
            { CopyOf: { } original } =>
                $"It is a copy of '{original}': use that. What is missing there too is simulated again by: {command}",
            { MoveTo: { } place } => $"Its command would not find it here: move it to '{place}'. What is missing is then simulated again "
                + $"by: {command}",
            _ => $"What is missing is simulated again by: {command}",
        };
    }
}
