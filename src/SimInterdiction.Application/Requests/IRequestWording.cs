namespace SimInterdiction.Application.Requests;

/// <summary>
/// How a front end words a request, so that reports and files can say how to reproduce a result: a terminal as a
/// command line, a page as what to click.
/// </summary>
public interface IRequestWording
{
    string Of(RunRequest request);

    string Of(SensitivityRequest request);

    string Of(CalibrationRequest request);

    string Of(ValidationRequest request);

    string Of(OptimizationRequest request);
}
