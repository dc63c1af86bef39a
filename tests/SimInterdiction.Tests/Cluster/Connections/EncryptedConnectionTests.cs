using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SimInterdiction.Cli;
using SimInterdiction.Tests.Cli;

namespace SimInterdiction.Tests.Cluster.Connections;

/// <summary>Servers whose certificate this machine doesn't know, but who was given.</summary>
[NonParallelizable]
public sealed class EncryptedConnectionTests
{
    private static readonly string Scenario = Scenarios.Files.InRepository("scenarios/smallest.yaml");

    private TemporaryFolder folder = null!;
    private NatsServer server = null!;

    [OneTimeSetUp]
    public void StartServer()
    {
        folder = new TemporaryFolder();
        using Authority authority = new("the authority of the tests");
        using Authority another = new("another one");
        File.WriteAllText(InFolder("ca.pem"), authority.Pem);
        File.WriteAllText(InFolder("another.pem"), another.Pem);
        (string certificate, string key) = authority.Sign("localhost");
        File.WriteAllText(InFolder("server.pem"), certificate);
        File.WriteAllText(InFolder("server.key"), key);
        server = new NatsServer($"tls {{ cert_file: \"{InFolder("server.pem")}\", key_file: \"{InFolder("server.key")}\" }}");
    }

    [OneTimeTearDown]
    public void EndServer()
    {
        server?.Dispose();
        folder.Dispose();
    }

    [Test]
    [Explicit("A process of seconds.")]
    [Category("Slow")]
    public void A_worker_and_a_head_join_and_the_run_is_simulated()
    {
        string[] access = ["--token-file", server.TokenFile, "--ca", InFolder("ca.pem")];
        using SimintProcess worker = new(["worker", "--join", UrlOf("localhost"), "--slots", "1", .. access]);
        SimintCall run = Simint.Call([
            "run",
            Scenario,
            "--replications",
            "5",
            "--no-figures",
            "--out",
            InFolder("results"),
            "--on",
            UrlOf("localhost"),
            .. access,
        ]);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Ok), run.Error);
        worker.Terminate();
        Assert.That(worker.WaitForExit(), Is.EqualTo(ExitCode.Ok));
        Assert.That(worker.Error, Does.Contain("Joined "));
    }

    // In words of the system's, why not, between them.
    [TestCase("localhost", null, TestName = "A certificate that nobody trusts")]
    [TestCase("localhost", "another.pem", TestName = "A certificate that somebody else has signed")]
    [TestCase("127.0.0.1", "ca.pem", TestName = "A certificate of another name")]
    public void Is_refused(string host, string? authority)
    {
        string[] given = authority is null ? [] : ["--ca", InFolder(authority)];
        foreach (string[] call in new string[][] { ["workers", "--on"], ["worker", "--join"], ["run", Scenario, "--on"] })
        {
            Refuses([.. call, UrlOf(host), .. given], $"the certificate of the server at {UrlOf(host)} is not trusted (");
        }
    }

    [Test]
    public void A_server_that_does_not_encrypt_is_told()
    {
        using var open = new NatsServer();
        foreach (string[] call in new string[][] { ["workers", "--on"], ["worker", "--join"] })
        {
            Refuses([.. call, $"tls://localhost:{open.Port}", "--ca", InFolder("ca.pem")], "does not encrypt");
        }
    }

    [TestCase("tls://localhost", "nowhere.pem", "there is no certificate (PEM) to read in '")]
    [TestCase("tls://localhost", "server.key", "there is no certificate (PEM) to read in '")]
    [TestCase("nats://localhost", "ca.pem", "--ca goes with an address that begins with tls://")]
    public void What_can_not_vouch_for_anybody_is_told(string url, string file, string words) =>
        Refuses(["workers", "--on", url, "--ca", InFolder(file)], words);

    private void Refuses(string[] call, string words)
    {
        SimintCall made = Simint.Call([.. call, "--token-file", server.TokenFile]);
        Assert.That(made.Code, Is.EqualTo(ExitCode.Usage), made.Error);
        Assert.That(made.Error, Does.StartWith("simint: ").And.Contain(words));
        Assert.That(made.Error.TrimEnd('\n'), Does.Not.Contain('\n').And.EndWith("."));
    }

    private string UrlOf(string host) => $"tls://{host}:{server.Port}";

    private string InFolder(string name) => Path.Combine(folder, name);

    /// <summary>Somebody who signs certificates.</summary>
    private sealed class Authority : IDisposable
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private readonly X509Certificate2 own;

        public Authority(string name)
        {
            var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
            own = request.CreateSelfSigned(From, To);
        }

        public string Pem => own.ExportCertificatePem();

        private static DateTimeOffset From => DateTimeOffset.UtcNow.AddDays(-1);

        private static DateTimeOffset To => DateTimeOffset.UtcNow.AddDays(2);

        public (string Certificate, string Key) Sign(string host)
        {
            using ECDsa its = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest($"CN={host}", its, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(host);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
            using X509Certificate2 signed = request.Create(own, From.AddHours(1), To.AddHours(-1), RandomNumberGenerator.GetBytes(8));
            return (signed.ExportCertificatePem(), its.ExportPkcs8PrivateKeyPem());
        }

        public void Dispose()
        {
            own.Dispose();
            key.Dispose();
        }
    }
}
