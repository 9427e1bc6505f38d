# factbot in a container: the Telegram bot by default, the console with `docker run -it factbot console`.
FROM python:3.13-slim AS build
WORKDIR /src
# Everything that is pinned, as wheels whose hashes were checked; from then on nothing comes from outside.
COPY constraints.txt .
RUN pip wheel --no-cache-dir --require-hashes --wheel-dir /wheels --requirement constraints.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY facts facts
RUN pip install --no-cache-dir --no-index --find-links /wheels hatchling \
 && pip wheel --no-cache-dir --no-index --no-deps --no-build-isolation --wheel-dir /wheels .
RUN python -m venv /opt/factbot \
 && /opt/factbot/bin/pip install --no-cache-dir --no-index --find-links /wheels factbot \
 && /opt/factbot/bin/factbot check --strict

FROM python:3.13-slim
COPY --from=build /opt/factbot /opt/factbot
RUN useradd --create-home --uid 1000 factbot \
 && install --directory --owner factbot --group factbot /data
USER factbot
ENV PATH=/opt/factbot/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/home/factbot/.cache \
    XDG_DATA_HOME=/data
# What the bot remembers; keep it with `--volume factbot:/data`.
VOLUME /data
# The watchdog's view: whether the last sign of life from Telegram is recent.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s CMD ["factbot", "telegram", "--health"]
ENTRYPOINT ["factbot"]
CMD ["telegram"]
