using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Optimization.Processes;

/// <summary>A solver in a process of its own: when that crashes, hangs or is stopped, the bounds that it told
/// stand.</summary>
/// <param name="program">The program to start.</param>
public sealed class SolverProcess(SolverProgram program) : ISolver
{
    // Beyond the time that the solver is given, until it is taken to hang.
    private const double GraceSeconds = 5;
    private const double MostSeconds = 1e6;

    private Process? process;
    private SolverMessages.Known known = new();

    public void Dispose() => End();

    /// <inheritdoc/>
    public SolverAnswer Solve(LinearProgram program, SolverTerms terms, Action<double> bound, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(terms);
        double proven = double.PositiveInfinity;
        using var late = new CancellationTokenSource(
            TimeSpan.FromSeconds(Math.Min(MostSeconds, Math.Max(0, terms.Seconds) + GraceSeconds))
        );
        try
        {
            Process running = process ??= Start();
            using CancellationTokenRegistration ofStop = stop.Register(() => Kill(running));
            using CancellationTokenRegistration ofTime = late.Token.Register(() => Kill(running));
            using var to = new BinaryWriter(running.StandardInput.BaseStream, Encoding.UTF8, leaveOpen: true);
            using var from = new BinaryReader(running.StandardOutput.BaseStream, Encoding.UTF8, leaveOpen: true);
            SolverMessages.WriteRequest(to, program, known, terms);
            return SolverMessages.ReadAnswer(from, Told);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or Win32Exception or InvalidOperationException)
        {
            End();
            bool wasStopped = stop.IsCancellationRequested || late.IsCancellationRequested;
            return new SolverAnswer(wasStopped ? SolverEnd.Stopped : SolverEnd.Failed, null, proven, []);
        }

        void Told(double value)
        {
            proven = Math.Min(proven, value);
            bound(value);
        }
    }

    private Process Start()
    {
        known = new SolverMessages.Known();
        return Process.Start(
            new ProcessStartInfo(program.File, program.Arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            }
        ) ?? throw new InvalidOperationException("The solver's process did not start.");
    }

    private static void Kill(Process running)
    {
        try
        {
            running.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    private void End()
    {
        if (process is { } running)
        {
            Kill(running);
            running.Dispose();
            process = null;
        }
    }
}
