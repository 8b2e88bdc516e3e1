# One static binary on a base without a shell, run by a user without rights.
FROM golang:1.26-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN make build && mkdir /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /src/bin/whichpm /whichpm
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
ENV WHICHPM_ADDR=:8080 WHICHPM_DB=/data/whichpm.db
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=4s --start-period=10s CMD ["/whichpm", "healthcheck"]
ENTRYPOINT ["/whichpm"]
CMD ["serve"]
