using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimInterdiction.Application.Folders;
using SimInterdiction.Experiments.Store;
using SimInterdiction.Web.Assets;
using SimInterdiction.Web.Editing;
using SimInterdiction.Web.Files;
using SimInterdiction.Web.Maps;
using SimInterdiction.Web.Questions;
using SimInterdiction.Web.Results;
using SimInterdiction.Web.Runs;
using SimInterdiction.Web.Safety;
using SimInterdiction.Web.Scenarios;

namespace SimInterdiction.Web;

/// <summary>
/// The page that planners work in, served by this process to this machine alone. It reads no settings but those it is
/// given, and keeps no log: what is asked of it may hold its key.
/// </summary>
public sealed class PlannersPage : IAsyncDisposable
{
    private const long MostBodyBytes = 64 << 10;

    private readonly WebApplication server;
    private readonly RunQueue queue;
    private readonly IdleMemory memory;
    private readonly DocumentDesk documents;

    private PlannersPage(WebApplication server, RunQueue queue, IdleMemory memory, DocumentDesk documents, Uri address)
    {
        this.server = server;
        this.queue = queue;
        this.memory = memory;
        this.documents = documents;
        Address = address;
    }

    /// <summary>Where it is, with the key that lets a browser in.</summary>
    public Uri Address { get; }

    /// <summary>What there is to say at its start, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

    /// <summary>Whether a run is under way or waits for its turn.</summary>
    public bool IsRunning => queue.IsBusy;

    /// <summary>Begins to serve.</summary>
    public static async Task<PageStart> StartAsync(PageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Directory.Exists(request.Folder))
        {
            return new PageStart.NoFolder(request.Folder);
        }

        // Results that are there may be looked at, even where no more can be written.
        if (!OutputFolder.TryMake(request.Workspace.Results, out SaveFailure? why))
        {
            return new PageStart.NoResults(why);
        }

        var keys = new AccessKeys(request.SessionFile);
        var queue = new RunQueue(request.Workspace, request.Effort);
        var memory = new IdleMemory(() => queue.IsBusy, request.Workspace.Clock);
        var documents = new DocumentDesk(request.Documents, request.Workspace);
        WebApplication server = Build(request, keys, queue, memory, documents);
        try
        {
            await server.StartAsync();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await server.DisposeAsync();
            queue.Dispose();
            memory.Dispose();
            documents.Dispose();
            return error is SocketException { SocketErrorCode: SocketError.AccessDenied } ? new PageStart.PortNotPermitted(request.Port)
                : error is IOException { InnerException: AddressInUseException } ? new PageStart.PortTaken(request.Port)
                : throw new IOException(error.Message, error);
        }

        var folder = new ScenarioFolder(request.Folder);
        IReadOnlyList<string> notes = queue.GoOn(new RestoredWork(request.Workspace, folder, request.Solver).Of);
        var address = new Uri($"{server.Urls.Single()}/?token={keys.Token}");
        return new PageStart.Started(new PlannersPage(server, queue, memory, documents, address) { Notes = notes });
    }

    /// <summary>Stops what runs, which is saved, and ends the server.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Dispose();
        await server.StopAsync();
        await server.DisposeAsync();
        memory.Dispose();
        documents.Dispose();
    }

    private static WebApplication Build(PageRequest request, AccessKeys keys, RunQueue queue, IdleMemory memory, DocumentDesk documents)
    {
        // Nothing from the environment or from files beside: they could open it to others.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
            kestrel.Listen(IPAddress.Loopback, request.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EndedByItsOwner>();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        WebApplication server = builder.Build();
        Gate? gate = null;
        server.Use(
            (context, next) =>
            {
                memory.Asked();
                return (gate ??= new Gate(keys, context.Connection.LocalPort)).Pass(context, _ =>
                    Sentences.InsteadOfFailures(context, next)
                );
            }
        );
        Map(server, request, queue, documents);
        return server;
    }

    private static void Map(WebApplication server, PageRequest request, RunQueue queue, DocumentDesk documents)
    {
        var folder = new ScenarioFolder(request.Folder);
        var runs = new StoredRuns(request.Workspace);
        PageAssets.Map(server);
        ScenarioRoutes.Map(server, folder, runs);
        FileRoutes.Map(server, folder);
        var readings = new Readings(folder);
        EditRoutes.Map(server, folder, readings);
        MapRoutes.Map(server, readings);
        var restored = new RestoredWork(request.Workspace, folder, request.Solver);
        RunRoutes.Map(server, queue, folder, request.Workspace.Clock, restored.Of, server.Lifetime.ApplicationStopping);
        QuestionRoutes.Map(server, queue, folder, runs, request.Solver);
        ResultRoutes.Map(server, runs, queue, folder, documents);
        server.MapFallback(() => Answers.NotFound("There is nothing here."));
    }

    // The terminal's signals are heard by whoever started it.
    private sealed class EndedByItsOwner : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
