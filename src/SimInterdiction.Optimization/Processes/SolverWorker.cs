using System.Text;
using SimInterdiction.Optimization.Highs;
using SimInterdiction.Optimization.Programs;

namespace SimInterdiction.Optimization.Processes;

/// <summary>The side of the solver's own process.</summary>
public static class SolverWorker
{
    /// <summary>Answers requests until there are no more.</summary>
    /// <param name="requests">What the process that asks writes.</param>
    /// <param name="answers">What it reads; nothing else may be written to it.</param>
    public static void Serve(Stream requests, Stream answers)
    {
        using var from = new BinaryReader(requests, Encoding.UTF8, leaveOpen: true);
        using var to = new BinaryWriter(new BufferedStream(answers), Encoding.UTF8, leaveOpen: true);
        using var solver = new HighsSolver();
        var program = new LinearProgram();
        while (true)
        {
            SolverTerms terms;
            try
            {
                terms = SolverMessages.ReadRequest(from, program);
            }
            catch (EndOfStreamException)
            {
                return;
            }

            SolverAnswer answer = solver.Solve(program, terms, bound => SolverMessages.WriteBound(to, bound), CancellationToken.None);
            SolverMessages.WriteAnswer(to, answer);
        }
    }
}
