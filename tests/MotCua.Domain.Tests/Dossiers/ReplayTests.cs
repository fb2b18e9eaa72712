using System.Reflection;
using CsCheck;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Kernel;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Random lives of a dossier: replaying the stored events gives the row again, and the chain proves itself (ADR 0002).</summary>
public sealed class ReplayTests
{
    private static readonly PropertyInfo[] Properties = typeof(Dossier).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    [Fact]
    public void Replay_AfterRandomActs_EqualsTheRow() =>
        Gen.Int[0, 17].Array[1, 40].Sample(
            acts =>
            {
                var (dossier, stored) = Live(acts);
                var again = new Dossier(dossier.Id);
                var head = DossierChain.Start;
                foreach (var (row, hash) in stored)
                {
                    again.Apply(DossierChain.Read(row.Payload), row.At);
                    head = DossierChain.Hash(head, row);
                    Assert.Equal(hash, head);
                    Assert.Equal(row.Seq, again.Version);
                }

                foreach (var p in Properties) Assert.Equal(p.GetValue(dossier), p.GetValue(again));
                Assert.Equal(stored.Count, dossier.Version);
            },
            iter: 2000);

    [Fact]
    public void Chain_OneByteChanged_IsNoticed()
    {
        var (_, stored) = Live([0, 3, 4]);
        var (row, hash) = stored[0];
        Assert.NotEqual(hash, DossierChain.Hash(DossierChain.Start, row with { Payload = row.Payload.Replace("1.004873", "1.004874", StringComparison.Ordinal) }));
    }

    [Fact]
    public void State_AfterRandomActs_NeverLeavesAnEnd() =>
        Gen.Int[0, 17].Array[1, 60].Sample(acts =>
        {
            var (dossier, stored) = Live(acts);
            if (dossier.State is not (DossierState.NotAccepted or DossierState.Withdrawn)) return;
            var ended = stored.FindIndex(s => DossierChain.Read(s.Row.Payload) is IntakeRefused or DossierWithdrawn);
            Assert.Equal(stored.Count - 1, ended);
        });

    private static (Dossier Dossier, List<(ChainedEvent Row, string Hash)> Stored) Live(int[] acts)
    {
        var dossier = new Dossier(Samples.Id(9));
        var stored = new List<(ChainedEvent, string)>();
        var (now, head, n) = (Samples.Monday, DossierChain.Start, 1000);
        void Record(params IEnumerable<DossierEvent> events)
        {
            foreach (var e in events)
            {
                dossier.Apply(e, now);
                var row = new ChainedEvent(dossier.Id, dossier.Version, now, 2, "officer", Samples.Id(n), "Testing", DossierChain.Write(e));
                head = DossierChain.Hash(head, row);
                stored.Add((row, head));
            }
        }

        Record(new DossierSubmitted("NH-0123456789", Samples.Filing(), Samples.Id(2), Samples.Id(2), null, "d", now.AddHours(8), ApplicantKind.Person, "01834", true));
        foreach (var act in acts)
        {
            now = now.AddHours(3);
            n++;
            foreach (var e in Try(dossier, act, now, n)) Record(e);
        }

        return (dossier, stored);
    }

    private static IEnumerable<DossierEvent> Try(Dossier d, int act, DateTimeOffset now, int n)
    {
        var (id, t, c) = (Samples.Id(n), Samples.Terms, Samples.Calendar);
        var drafts = new[] { new DraftedResult(id, Samples.Handler, "x") };
        var step = new StepPlace(id, 1 + (n % 3), "Handler", "xa-01834", n % 2 == 0 ? Samples.Handler : null);
        return act switch
        {
            0 => One(AcceptanceDecision.Decide(d, t, c, new Acceptance(Samples.Desk, DossierNumber.For("H03", ProvinceTime.DateOf(now), n), n, n % 2 == 0, false), now)),
            1 => One(IntakeGuidanceDecision.Decide(d, t, Samples.Demand(now.AddDays(2)), now)),
            2 => One(IntakeRefusalDecision.Decide(d, new WrittenRefusal("da-giai-quyet", id, "Trùng", Samples.Desk), now)),
            3 => One(TakeOverDecision.Decide(d, step, Samples.Handler)),
            4 => One(StepDecision.HandOn(d, step, d.StepOfficerId ?? Samples.Leader)),
            5 => One(StepDecision.Return(d, step, id, "Làm lại", d.StepOfficerId ?? Samples.Leader)),
            6 => One(SupplementRequestDecision.Decide(d, t, c, Samples.Demand(now.AddDays(3)), n % 2 == 0 ? "Luật" : null, now)),
            7 => One(SupplementReceiptDecision.Decide(d, t, c, id, [], now)),
            8 => One(SendAgainDecision.Decide(d, c, "d2", now)),
            9 => One(PaymentRequestDecision.Decide(d, 1000, "phi", Samples.Desk)),
            10 => One(PaymentSettlementDecision.Decide(d, t, c, 1000, n % 2 == 0, false, now, now, now)),
            11 => One(StopDecision.Stop(d, "qd", id, "Dừng", Samples.Leader)),
            12 => One(StopDecision.Resume(d, id, "Tiếp", Samples.Leader)),
            13 => Many(FinishDecision.Grant(d, drafts, Samples.Leader)),
            14 => One(DeliveryDecision.Decide(d, new HandingOver(id, "post", "A", true, "", Samples.Desk))),
            15 => One(ReopeningDecision.Decide(d, step, id, "Sai", Samples.Leader)),
            16 => One(ReappointmentDecision.Decide(d, c, ProvinceTime.DateOf(now).AddDays(30), id, "Chậm", Samples.Leader, now)),
            _ => n % 5 == 0 ? One(WithdrawalDecision.Decide(d, id)) : One(StepDecision.Claim(d, Samples.Leader)),
        };
    }

    private static IEnumerable<DossierEvent> One<T>(Result<T> result)
        where T : DossierEvent => result.IsOk ? [result.Value] : [];

    private static IEnumerable<DossierEvent> Many(Result<IReadOnlyList<DossierEvent>> result) => result.IsOk ? result.Value : [];
}
