using SimInterdiction.Application.Requests;
using SimInterdiction.Cli.Wording;
using SimInterdiction.Web.Results;

namespace SimInterdiction.Cli.Documents;

/// <summary>The program as the maker of documents for a page: a command for programs alone, which no help
/// shows.</summary>
internal static class DocumentCommand
{
    /// <summary>The only argument.</summary>
    public const string Name = "--documents";

    /// <summary>This program, to be started as the maker of documents.</summary>
    public static DocumentProgram Program
    {
        get
        {
            (string file, IReadOnlyList<string> arguments) = OwnProgram.For(Name);
            return new DocumentProgram(file, arguments);
        }
    }

    /// <summary>Makes documents until no more are asked for.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Serve(Stream requests, Stream answers)
    {
        DocumentWorker.Serve(results => new Workspace(results, new CommandWording()), requests, answers);
        return ExitCode.Ok;
    }
}
