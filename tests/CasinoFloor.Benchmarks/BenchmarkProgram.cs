using BenchmarkDotNet.Running;
using CasinoFloor.Benchmarks.Runs;
using CasinoFloor.Benchmarks.Runs.Questions;
using CasinoFloor.Benchmarks.Runs.Viewers;

namespace CasinoFloor.Benchmarks;

/// <summary>
/// <c>pipeline [events]</c> is the bounded load run of the whole pipeline, <c>eventhouse [rows]</c> that of the embedded Eventhouse
/// alone, <c>remote [rows]</c> that of our side of a remote one, <c>viewers</c> that of many floor pages (see <see cref="ViewersRun"/>),
/// <c>questions [rows]</c> asks every question of <c>kql/</c> (see <see cref="QuestionsRun"/>); anything else goes to BenchmarkDotNet
/// (<c>--filter *Decode*</c>).
/// </summary>
internal static class BenchmarkProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["pipeline", .. var rest])
        {
            return await PipelineRun.RunAsync(rest);
        }

        if (args is ["eventhouse", .. var rows])
        {
            return await EventhouseLoadRun.RunAsync(rows);
        }

        if (args is ["remote", .. var remote])
        {
            return await RemoteRun.RunAsync(remote);
        }

        if (args is ["viewers", .. var viewers])
        {
            return await ViewersRun.RunAsync(viewers);
        }

        if (args is ["questions", .. var questions])
        {
            return await QuestionsRun.RunAsync(questions);
        }

        BenchmarkSwitcher.FromAssembly(typeof(BenchmarkProgram).Assembly).Run(args);
        return 0;
    }
}
