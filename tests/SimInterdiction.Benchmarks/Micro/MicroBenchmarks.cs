using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace SimInterdiction.Benchmarks.Micro;

/// <summary>The small parts by themselves, with BenchmarkDotNet, in CPU time of the thread: the machine may have other
/// work.</summary>
internal static class MicroBenchmarks
{
    public static int Run(string[] filters)
    {
        Job job = Job
            .Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(3)
            .WithIterationCount(9)
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .WithEvaluateOverhead(false);
        job.Infrastructure.Clock = new ThreadClock();
        IConfig config = ManualConfig
            .CreateEmpty()
            .AddJob(job)
            .AddLogger(ConsoleLogger.Default)
            .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
            .AddColumn(StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.Max, BaselineRatioColumn.RatioMean)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared))
            .WithOptions(ConfigOptions.JoinSummary);
        string[] asked = filters.Length == 0 ? ["*"] : filters;
        BenchmarkSwitcher.FromTypes([typeof(HoldModel), typeof(Draws), typeof(LaneService)]).Run(["--filter", .. asked], config);
        return 0;
    }
}
