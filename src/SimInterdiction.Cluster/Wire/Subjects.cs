namespace SimInterdiction.Cluster.Wire;

/// <summary>What streams, and the subjects in them, are called at the server.</summary>
internal static class Subjects
{
    /// <summary>Chunks to be simulated; each is in it until a worker has answered.</summary>
    public const string JobStream = "SIMINT_JOBS";

    /// <summary>Answers of workers; each is in it until its head has stored it.</summary>
    public const string AnswerStream = "SIMINT_ANSWERS";

    /// <summary>Studies, by their hash.</summary>
    public const string StudyStream = "SIMINT_STUDIES";

    /// <summary>What each worker said last of itself.</summary>
    public const string WorkerStream = "SIMINT_WORKERS";

    public const string AllJobs = "simint.jobs.>";
    public const string AllAnswers = "simint.answers.>";
    public const string AllStudies = "simint.studies.>";
    public const string AllWorkers = "simint.workers.>";

    /// <summary>The jobs that workers with a version of the model may take.</summary>
    public static string JobsFor(string version) => $"simint.jobs.{Token(version)}.>";

    /// <summary>The jobs of a head, whoever may take them.</summary>
    public static string JobsOf(string head) => $"simint.jobs.*.{head}.>";

    public static string Job(string version, string head, ChunkName chunk) =>
        $"simint.jobs.{Token(version)}.{head}.{chunk.Session}.{chunk.Number}";

    /// <summary>The answers to a head, in whichever of its sessions it asked.</summary>
    public static string AnswersTo(string head) => $"simint.answers.{head}.>";

    public static string Answer(string head, ChunkName chunk) => $"simint.answers.{head}.{chunk.Session}.{chunk.Number}";

    public static string Study(string hash, int part) => $"simint.studies.{hash}.{part}";

    public static string Worker(string id) => $"simint.workers.{id}";

    /// <summary>The version that a job's subject names, as <see cref="Token"/>.</summary>
    public static string VersionIn(string jobSubject) => jobSubject.Split('.')[2];

    /// <summary>The number of the chunk that a subject of a job or an answer names; null where it names none, or one of
    /// another session.</summary>
    public static int? NumberIn(string subject, string session) =>
        subject.Split('.') is [.., var its, var last] && its == session && int.TryParse(last, out int number) ? number : null;

    /// <summary>A text as one part of a subject.</summary>
    public static string Token(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
