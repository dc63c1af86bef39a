using System.Text;
using SimInterdiction.Application.Folders;
using SimInterdiction.Application.Requests;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Model.Files;
using SimInterdiction.Scenarios.Describing;

namespace SimInterdiction.Application.Templates;

/// <summary>A small scenario to start from, written beside the schema that editors read.</summary>
public static class NewScenario
{
    /// <summary>The schema's file.</summary>
    public const string Schema = "scenario.schema.json";

    /// <param name="request">Which, and where.</param>
    public static NewScenarioOutcome Write(TemplateRequest request)
    {
        if (!ScenarioTemplates.Names.Contains(request.Template))
        {
            return new NewScenarioOutcome.Refused(new Refusal.UnknownName(NamedThing.Template, request.Template, ScenarioTemplates.Names));
        }

        string file = Path.Combine(request.Folder, request.File ?? $"{request.Template}.yaml");
        if (Path.Exists(file))
        {
            return new NewScenarioOutcome.Refused(new Refusal.FileExists(file));
        }

        if (!OutputFolder.TryMake(request.Folder, out SaveFailure? why))
        {
            return new NewScenarioOutcome.NotSaved(why);
        }

        // Two may ask for one at once.
        try
        {
            return WholeFile.TryWriteNew(file, Encoding.UTF8.GetBytes(ScenarioTemplates.TextOf(request.Template)))
                ? Completed(file, request.Folder)
                : new NewScenarioOutcome.Refused(new Refusal.FileExists(file));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new NewScenarioOutcome.NotSaved(SaveFailure.Of(problem, request.Folder));
        }
    }

    // With the schema beside it, or not at all.
    private static NewScenarioOutcome.Completed Completed(string file, string folder)
    {
        // One that is there may be of another version, or somebody's own.
        string schema = Path.Combine(folder, Schema);
        byte[] ours = Encoding.UTF8.GetBytes(ScenarioSchema.ToJson());
        bool isOther;
        try
        {
            isOther = (Path.Exists(schema) || !WholeFile.TryWriteNew(schema, ours)) && !Holds(schema, ours);
        }
        catch
        {
            new OwnFolder(folder).Remove(Path.GetFileName(file));
            throw;
        }

        return new NewScenarioOutcome.Completed(file, new RunRequest { Source = new ScenarioSource { File = file } })
        {
            KeptOtherSchema = isOther,
        };
    }

    private static bool Holds(string file, byte[] content)
    {
        try
        {
            return RegularFile.Read(file, content.Length).AsSpan().SequenceEqual(content);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>How the writing of a new scenario ended.</summary>
public abstract record NewScenarioOutcome
{
    private NewScenarioOutcome() { }

    /// <summary>It is written, and the schema beside it.</summary>
    /// <param name="File">The scenario's file.</param>
    /// <param name="Next">Its run.</param>
    public sealed record Completed(string File, RunRequest Next) : NewScenarioOutcome
    {
        /// <summary>Whether another schema was there, and is left as it was.</summary>
        public bool KeptOtherSchema { get; init; }
    }

    /// <summary>It could not be written.</summary>
    public sealed record NotSaved(SaveFailure Why) : NewScenarioOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(Refusal Why) : NewScenarioOutcome;
}
