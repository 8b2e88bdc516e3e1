# One static binary on a base without a shell, run by a user without rights.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# sqlite_omit_load_extension: a static binary cannot load extensions anyway.
RUN CGO_ENABLED=1 go build -trimpath -tags "sqlite_omit_load_extension netgo osusergo" \
      -ldflags "-s -w -linkmode external -extldflags -static" -o /whichpm ./cmd/whichpm \
 && mkdir /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /whichpm /whichpm
COPY --from=build --chown=nonroot:nonroot /data /data
ENV WHICHPM_ADDR=:8080 WHICHPM_DB=/data/whichpm.db
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=4s --start-period=10s CMD ["/whichpm", "healthcheck"]
ENTRYPOINT ["/whichpm"]
CMD ["serve"]
