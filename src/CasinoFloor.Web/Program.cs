using CasinoFloor.Web.Commands;

return await CommandLine.RunAsync(args);
