# The loader of docker-compose.yml: `trendweave` and nothing else.
FROM python:3.13-slim
COPY . /tmp/trendweave
RUN pip install --no-cache-dir /tmp/trendweave \
    && rm -rf /tmp/trendweave \
    && useradd --create-home trendweave
USER trendweave
WORKDIR /home/trendweave
ENTRYPOINT ["trendweave"]
