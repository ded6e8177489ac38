# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# Restore first: the layer is kept as long as no project file changes.
COPY src/Directory.Build.props src/Directory.Packages.props src/BannedSymbols.txt src/
COPY src/CasinoFloor.Engine/*.csproj src/CasinoFloor.Engine/
COPY src/CasinoFloor.Kql/*.csproj src/CasinoFloor.Kql/
COPY src/CasinoFloor.Eventhouse/*.csproj src/CasinoFloor.Eventhouse/
COPY src/CasinoFloor.Web/*.csproj src/CasinoFloor.Web/
RUN dotnet restore src/CasinoFloor.Web
COPY .editorconfig ./
COPY kql kql
COPY wwwroot wwwroot
COPY src src
RUN dotnet publish src/CasinoFloor.Web -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:8080 CasinoFloor__Data=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s CMD ["dotnet", "CasinoFloor.Web.dll", "health"]
ENTRYPOINT ["dotnet", "CasinoFloor.Web.dll"]
