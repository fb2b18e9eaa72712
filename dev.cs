#!/usr/bin/env dotnet
// The one command of this repository: `dotnet dev.cs help`. The work is done in tools/MotCua.Dev.
#:project tools/MotCua.Dev/MotCua.Dev.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property EnforceCodeStyleInBuild=false
#:property ArtifactsProjectName=dev

return await MotCua.Dev.Door.OpenAsync(args);
